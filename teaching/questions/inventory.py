"""Twenty questions without a formula, asked before the first lesson and after the last: what do they think attention does?"""

QUESTIONS = []
