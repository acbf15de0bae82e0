package nl.datakade.access.relation;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;
import nl.datakade.platform.folder.InstanceFolder;

/** Where answers wait until they are whole, and how much room they have, each and together. */
final class AnswerSpools {

    private final Path folder;
    private final long each;
    private final long all;
    private final AtomicLong used = new AtomicLong();
    private final SecureRandom random = new SecureRandom();

    AnswerSpools(Path folder, long each, long all) {
        this.folder = folder;
        this.each = each;
        this.all = all;
    }

    /** Why an answer cannot be kept. */
    enum Room {
        ENOUGH,
        ANSWER_TOO_LARGE,
        NONE_LEFT
    }

    AnswerSpool open() {
        var key = new byte[32];
        random.nextBytes(key);
        return new AnswerSpool(this, key);
    }

    /** A file without a name: nothing of it stays when the process ends, however it ends. */
    FileChannel newFile() throws IOException {
        InstanceFolder.createPrivate(folder);
        var file = Files.createTempFile(folder, "answer-", ".part");
        try {
            return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } finally {
            Files.delete(file);
        }
    }

    Room claim(long before, int more) {
        if (before + more > each) {
            return Room.ANSWER_TOO_LARGE;
        }
        if (used.addAndGet(more) > all) {
            used.addAndGet(-more);
            return Room.NONE_LEFT;
        }
        return Room.ENOUGH;
    }

    void release(long bytes) {
        used.addAndGet(-bytes);
    }
}
