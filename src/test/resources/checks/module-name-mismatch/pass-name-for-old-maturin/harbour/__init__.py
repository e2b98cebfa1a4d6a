from harbour._harbour import tide
