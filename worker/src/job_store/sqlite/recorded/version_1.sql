-- A file that version 1 wrote. It is never changed: later versions must be able to read it.
BEGIN TRANSACTION;
CREATE TABLE account (
    account            TEXT PRIMARY KEY,
    -- When the whole burst of permits will have grown again.
    full_again_at      INTEGER,
    -- Why the provider takes no orders; '' while it does.
    blocked            TEXT NOT NULL,
    -- Orders that cost more of the provider's credits than this are not taken.
    affordable_credits INTEGER,
    since              INTEGER,
    reached_at         INTEGER NOT NULL,
    probed_at          INTEGER NOT NULL
) STRICT;
INSERT INTO "account" VALUES('0123456789abcdef',1795946400000,'',59,1795946400000,1795946460000,1795946400000);
CREATE TABLE identity (
    one             INTEGER PRIMARY KEY CHECK (one = 1),
    epoch           TEXT NOT NULL,
    callback_secret TEXT NOT NULL
) STRICT;
INSERT INTO "identity" VALUES(1,'9f86d081884c7d65','a secret for callbacks');
CREATE TABLE job (
    job          TEXT PRIMARY KEY,
    version      INTEGER NOT NULL,
    -- The token by which a save whose answer was lost is known again.
    saved_by     TEXT,
    body         TEXT NOT NULL,
    task         TEXT,
    due          INTEGER,
    -- The token by which a claim whose answer was lost is known again.
    due_claim    TEXT,
    -- Set while the bot has something to hear.
    report_due   INTEGER,
    report_claim TEXT,
    ended_at     INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO "job" VALUES('0193774f8d0070008000000000000001',1,NULL,'{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000001","model":"veo3-fast","prompt":"a fox in the snow","options":{"aspect_ratio":"9:16"},"image":{"url":"https://bot.example/images/1?mac=x","mime":"image/jpeg","size_bytes":81234},"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"veo","render_seconds_max":900,"state":{"is":"new"},"attempt":0,"failures":0}',NULL,1795946400000,NULL,NULL,NULL,NULL);
INSERT INTO "job" VALUES('0193774f8d0070008000000000000002',2,'save-2','{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000002","model":"veo3-fast","prompt":"a fox in the snow","options":{"aspect_ratio":"9:16"},"image":{"url":"https://bot.example/images/1?mac=x","mime":"image/jpeg","size_bytes":81234},"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"veo","render_seconds_max":900,"state":{"is":"prepared"},"attempt":0,"failures":2,"upload":{"url":"https://tempfile.redpandaai.co/x.jpg","good_until":"2026-11-30T06:00:00Z"}}',NULL,1795946401000,NULL,NULL,NULL,NULL);
INSERT INTO "job" VALUES('0193774f8d0070008000000000000003',3,'save-3','{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000003","model":"veo3-fast","prompt":"a fox in the snow","options":{"aspect_ratio":"9:16"},"image":null,"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"veo","render_seconds_max":900,"state":{"is":"submitting","since":"2026-11-29T10:00:00Z","lease_until":"2026-11-29T10:01:00Z"},"attempt":1,"failures":0}',NULL,1795946402000,NULL,NULL,NULL,NULL);
INSERT INTO "job" VALUES('0193774f8d0070008000000000000004',4,'save-4','{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000004","model":"veo3-fast","prompt":"","options":{},"image":null,"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"veo","render_seconds_max":900,"state":{"is":"running","since":"2026-11-29T10:00:00Z"},"attempt":1,"failures":0,"odd_since":"2026-11-29T10:00:00Z"}','ee9c2715375b7837f8bb51d641ff5863',1795946403000,NULL,1795946400000,NULL,NULL);
INSERT INTO "job" VALUES('0193774f8d0070008000000000000005',5,'save-5','{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000005","model":"veo3-fast","prompt":"","options":{},"image":null,"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"market","render_seconds_max":900,"state":{"is":"succeeded","at":"2026-11-29T10:00:00Z","urls":["https://tempfile.aiquickdraw.com/v.mp4"]},"attempt":1,"failures":0}','task_kling_1765187766581',NULL,NULL,NULL,NULL,1795946400000);
INSERT INTO "job" VALUES('0193774f8d0070008000000000000006',5,'save-6','{"version":1,"order":{"version":1,"job":"0193774f8d0070008000000000000006","model":"veo3-fast","prompt":"","options":{},"image":null,"submit_before":"2026-11-29T10:30:00Z","task":null,"published_before":false,"epoch":"9f86d081884c7d65"},"epoch":"9f86d081884c7d65","api":"veo","render_seconds_max":900,"state":{"is":"failed","at":"2026-11-29T10:00:00Z","reason":"policy"},"attempt":2,"failures":0}','0819326cc7fddfd620baf6e1f0db7e2b',NULL,NULL,NULL,NULL,1795946400000);
CREATE INDEX job_due ON job (due) WHERE due IS NOT NULL;
CREATE INDEX job_report_due ON job (report_due) WHERE report_due IS NOT NULL;
CREATE INDEX job_due_claim ON job (due_claim) WHERE due_claim IS NOT NULL;
CREATE INDEX job_report_claim ON job (report_claim) WHERE report_claim IS NOT NULL;
CREATE INDEX job_ended ON job (ended_at) WHERE ended_at IS NOT NULL;
COMMIT;
PRAGMA user_version = 1;
