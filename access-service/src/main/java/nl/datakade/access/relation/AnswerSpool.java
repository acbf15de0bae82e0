package nl.datakade.access.relation;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import nl.datakade.access.turn.Asking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one answer: a short one in memory, a longer one in a file of blocks that are encrypted with a key that
 * stands nowhere but here.
 */
final class AnswerSpool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AnswerSpool.class);
    private static final int IN_MEMORY = 64 * 1024;
    private static final int TAG_BITS = 128;

    private final AnswerSpools spools;
    private final SecretKeySpec key;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable FileChannel file;
    private long bytes;
    private int blocks;
    private boolean closed;

    AnswerSpool(AnswerSpools spools, byte[] key) {
        this.spools = spools;
        this.key = new SecretKeySpec(key, "AES");
    }

    AnswerSpools.Room write(byte[] block) throws IOException {
        var room = spools.claim(bytes, block.length);
        if (room == AnswerSpools.Room.ENOUGH) {
            bytes += block.length;
            if (file == null && start.size() + block.length <= IN_MEMORY) {
                start.writeBytes(block);
            } else {
                append(block);
            }
        }
        return room;
    }

    long bytes() {
        return bytes;
    }

    /** False when it was cancelled on the way, or a block cannot be read; what {@code out} throws is thrown. */
    boolean copyTo(OutputStream out, Asking asking) throws IOException {
        start.writeTo(out);
        for (int i = 0; i < blocks; i++) {
            if (asking.isCancelled()) {
                return false;
            }
            byte[] block;
            try {
                block = next(i);
            } catch (IOException e) {
                log.error("A block of an answer cannot be read", e);
                return false;
            }
            out.write(block);
        }
        return !asking.isCancelled();
    }

    private byte[] next(int number) throws IOException {
        if (file != null && number == 0) {
            file.position(0);
        }
        var length = ByteBuffer.allocate(Integer.BYTES);
        read(length);
        var sealed = ByteBuffer.allocate(length.getInt());
        read(sealed);
        return crypt(Cipher.DECRYPT_MODE, number, sealed.array());
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        spools.release(bytes);
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            // it has no name any more, and goes with the process at the latest
        }
    }

    private void append(byte[] block) throws IOException {
        if (file == null) {
            file = spools.newFile();
        }
        var sealed = crypt(Cipher.ENCRYPT_MODE, blocks++, block);
        var out = ByteBuffer.allocate(Integer.BYTES + sealed.length)
                .putInt(sealed.length)
                .put(sealed)
                .flip();
        while (out.hasRemaining()) {
            file.write(out);
        }
    }

    private void read(ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (file == null || file.read(into) < 0) {
                throw new EOFException();
            }
        }
        into.flip();
    }

    /** Blocks are numbered, so that none can stand in another's place. */
    private byte[] crypt(int mode, int number, byte[] content) throws IOException {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = ByteBuffer.allocate(12).putInt(8, number).array();
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IOException("A block of an answer cannot be read", e);
        }
    }
}
