"""What an author meant, as styled spans, and how to write it so that it reads exactly so."""
