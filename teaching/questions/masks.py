"""Questions for lesson masks."""

QUESTIONS = []
