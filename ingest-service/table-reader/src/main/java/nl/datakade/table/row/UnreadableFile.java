package nl.datakade.table.row;

import java.io.IOException;

/** The bytes cannot be read as a table; the message says precisely why, the remedy what the sender can do. */
public final class UnreadableFile extends IOException {

    private final String code;
    private final String remedy;

    public UnreadableFile(String code, String message, String remedy) {
        super(message);
        this.code = code;
        this.remedy = remedy;
    }

    /** In capitals, as findings have them. */
    public String code() {
        return code;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
