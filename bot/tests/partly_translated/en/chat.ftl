translated = Translated
missing = Only in English
