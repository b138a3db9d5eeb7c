"""Questions for lesson start-here."""

QUESTIONS = []
