"""Questions for lesson birth-of-attention."""

QUESTIONS = []
