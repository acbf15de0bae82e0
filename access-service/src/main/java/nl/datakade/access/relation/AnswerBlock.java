package nl.datakade.access.relation;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What an answer travels in from the worker to the service: blocks of a bounded length, so that no row, however long,
 * stands in the service as a whole.
 */
@SuppressWarnings("ArrayRecordComponent")
record AnswerBlock(Kind kind, byte[] content) {

    /** Columns and endings are JSON of one block; rows are bytes of the answer's format, cut anywhere. */
    enum Kind {
        COLUMNS('C'),
        ROWS('R'),
        END('E'),
        FAILURE('F');

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Kind of(int code) throws IOException {
            for (var kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            throw new IOException("Not a block of an answer");
        }
    }

    static final int LONGEST_ROWS = 64 * 1024;
    static final int LONGEST = 1024 * 1024;

    static void write(DataOutputStream out, Kind kind, byte[] content, int length) throws IOException {
        out.writeByte(kind.code);
        out.writeInt(length);
        out.write(content, 0, length);
    }

    static AnswerBlock read(DataInputStream in) throws IOException {
        var kind = Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("Not a block of an answer");
        }
        var content = new byte[length];
        in.readFully(content);
        return new AnswerBlock(kind, content);
    }
}
