#!/bin/sh
# Makes the six films of the KIE simulator in this folder. Needs ffmpeg with libx264.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT

# stars SHARE BLUR FILE: a strip of sky, twice as wide as the film, for scrolling.
stars() {
    ffmpeg -v error -y -f lavfi -i "color=black:s=$((width * 2))x$height:d=1:r=1,format=rgba,\
geq=r=255:g=255:b=255:a='if(gt(random(1),$1),255*random(2),0)',gblur=sigma=$2,format=rgba" -frames:v 1 "$work/$3"
}

# film NAME WIDTH HEIGHT SECONDS COLOUR COLOUR COLOUR PITCH
film() {
    name=$1 width=$2 height=$3 seconds=$4 pitch=$8
    stars 0.9990 0.5 far.png
    stars 0.9997 1.1 near.png
    moon=$((height < width ? height / 3 : width / 3))
    ffmpeg -v error -y -f lavfi -i "color=black:s=${moon}x$moon:d=1:r=1,format=rgba,\
geq=r=255:g=236:b=210:a='255*clip(1.15-pow(hypot(X-W/2,Y-H/2)/(W/2),3)*1.15,0,1)*0.9'" -frames:v 1 "$work/moon.png"
    ffmpeg -v error -y \
        -f lavfi -i "gradients=s=${width}x$height:c0=$5:c1=$6:c2=$7:nb_colors=3:x0=0:y0=0:x1=$width:y1=$height:\
speed=0.012:seed=7:duration=$seconds:rate=24" \
        -loop 1 -r 24 -i "$work/far.png" -loop 1 -r 24 -i "$work/near.png" -loop 1 -r 24 -i "$work/moon.png" \
        -f lavfi -i "aevalsrc='0.08*(sin(2*PI*$pitch*t)+sin(2*PI*$pitch*1.25*t)+sin(2*PI*$pitch*1.5*t))\
*(0.6+0.4*sin(2*PI*0.25*t))':s=44100:d=$seconds" \
        -filter_complex "[0][1]overlay=x='-t*16':y=0[a];\
[a][3]overlay=x='W*0.62-w/2-t*6':y='H*0.34-h/2+10*sin(t)'[b];[b][2]overlay=x='-t*48':y=0,format=yuv420p[v]" \
        -map '[v]' -map 4:a -t "$seconds" \
        -c:v libx264 -preset veryslow -profile:v high -crf 32 -maxrate 130k -bufsize 260k \
        -c:a aac -b:a 32k -ac 1 -af "afade=in:d=0.5,afade=out:st=$((seconds - 1)):d=1" \
        -movflags +faststart "$name.mp4"
}

# theme NAME SECONDS COLOUR COLOUR COLOUR PITCH
theme() {
    film "wide-$1" 960 540 "$2" "$3" "$4" "$5" "$6"
    film "tall-$1" 540 960 "$2" "$3" "$4" "$5" "$6"
    film "square-$1" 640 640 "$2" "$3" "$4" "$5" "$6"
}

theme dusk 6 0x0b1026 0x3a1c71 0xb5546e 220
theme lagoon 7 0x03131c 0x0f4c5c 0x3fa796 196
