package nl.datakade.access.statement;

/**
 * Names in SQL, compared as the engine compares them: A to Z are the same as a to z, and nothing else is. Java folds
 * more, such as the KELVIN SIGN to k, and would take two names for one that the engine keeps apart.
 */
public final class SqlNames {

    private SqlNames() {}

    public static String fold(String name) {
        var folded = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    public static boolean same(String one, String other) {
        return fold(one).equals(fold(other));
    }
}
