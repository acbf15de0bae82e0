package nl.datakade.platform.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What travels through the pipes between a service and its worker: a kind, a length, bytes. */
final class Frame {

    static final int LARGEST = 64 * 1024;

    enum Kind {
        /** worker: ready for the first task */
        READY('R'),
        /** service: run this class */
        TASK('T'),
        /** either: a piece of input or output */
        DATA('D'),
        /** either: the input, or the task, ended well */
        END('E'),
        /** worker: the task threw; the exception's class, a line break, its message */
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
            throw new IOException("Not a frame of a worker");
        }
    }

    private final Kind kind;
    private final byte[] content;

    private Frame(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    static void write(DataOutputStream out, Kind kind, byte[] content, int offset, int length) throws IOException {
        out.writeByte(kind.code);
        out.writeInt(length);
        out.write(content, offset, length);
    }

    static Frame read(DataInputStream in) throws IOException {
        var kind = Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > LARGEST) {
            throw new IOException("Not a frame of a worker");
        }
        var content = new byte[length];
        in.readFully(content);
        return new Frame(kind, content);
    }

    Kind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }
}
