"""What is asked: the question of a message, its names, its dates, what it leans on."""
