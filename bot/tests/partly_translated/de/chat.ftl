translated = Übersetzt
