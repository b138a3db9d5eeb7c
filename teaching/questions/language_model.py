"""Questions for lesson language-model."""

QUESTIONS = []
