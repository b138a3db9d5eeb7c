"""Questions for lesson real-model."""

QUESTIONS = []
