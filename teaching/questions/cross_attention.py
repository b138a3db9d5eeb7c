"""Questions for lesson cross-attention."""

QUESTIONS = []
