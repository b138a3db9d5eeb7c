"""Questions for lesson self-attention."""

QUESTIONS = []
