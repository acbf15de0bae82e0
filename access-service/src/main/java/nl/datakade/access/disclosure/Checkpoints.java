package nl.datakade.access.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.datakade.access.disclosure.LogCheck.Noted;
import nl.datakade.contracts.disclosure.Checkpoint;
import nl.datakade.contracts.disclosure.LogRecord;
import nl.datakade.platform.object.ObjectStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Signs what the log holds and puts that where the database does not reach: into the object store under a name that is
 * written once, into a folder of the operator's, and into the service's own log. Nothing is signed before the records since
 * the last checkpoint, and that checkpoint itself, were found whole: a log that was cut off gets no new signature. Records
 * that somebody else appended are named in it.
 */
@Component
public class Checkpoints {

    private static final Logger log = LoggerFactory.getLogger(Checkpoints.class);
    private static final String PREFIX = "checkpoints/";
    private static final int LARGEST = 8192;
    /** Copies are for others; all else that the service writes is for itself. */
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final LogReader reader;
    private final LogCheck check;
    private final CheckpointKeys keys;
    private final ObjectStore objects;
    private final LogProperties properties;
    private final Clock clock;
    private volatile @Nullable Checkpoint newest;
    private volatile boolean looked;

    Checkpoints(
            LogReader reader,
            LogCheck check,
            CheckpointKeys keys,
            ObjectStore objects,
            LogProperties properties,
            Clock clock) {
        this.reader = reader;
        this.check = check;
        this.keys = keys;
        this.objects = objects;
        this.properties = properties;
        this.clock = clock;
    }

    /** The log is not what a checkpoint says, or a record was changed or is not in its place. */
    static final class LogBroken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LogBroken(LogCheck.Broken broken) {
            super("record " + broken.sequence() + " is " + broken.fault());
        }
    }

    /** The newest that was published, as far as is known here; anybody may ask, so that nothing is looked up for it. */
    public Optional<Checkpoint> newest() {
        return Optional.ofNullable(newest);
    }

    /** The newest, after looking once what was published before this process. */
    private @Nullable Checkpoint last() {
        if (!looked) {
            look();
        }
        return newest;
    }

    private synchronized void look() {
        if (!looked) {
            newest = published().orElse(null);
            looked = true;
        }
    }

    @Scheduled(fixedDelayString = "${datakade.access.log.look:PT15S}")
    synchronized void beat() {
        try {
            if (isDue()) {
                publish(sign(reader.newest()));
            }
        } catch (LogBroken e) {
            log.error("The disclosure log is broken, so no checkpoint is signed: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("No checkpoint of the disclosure log could be made; it is tried again", e);
        }
    }

    /** Also when records are missing, for then it is found and said. */
    private boolean isDue() {
        long records = reader.newest();
        var last = last();
        if (last == null) {
            return true;
        }
        return records < last.sequence()
                || records - last.sequence() >= properties.after()
                || (records > last.sequence()
                        && !clock.instant().isBefore(last.at().plus(properties.beat())));
    }

    /** That the log is whole up to this record, as things stand. It may take long, so that nobody else waits for it. */
    Checkpoint sign(long sequence) {
        var published = last();
        var last =
                published == null ? new Noted(0, LogRecord.FIRST) : new Noted(published.sequence(), published.hash());
        if (!check.holds(last)) {
            throw new LogBroken(new LogCheck.Broken(last.sequence(), "not what its checkpoint says"));
        }
        boolean goesOn = sequence >= last.sequence();
        var found = check.found(goesOn ? last : new Noted(0, LogRecord.FIRST), sequence);
        if (found.broken() != null) {
            throw new LogBroken(found.broken());
        }
        var hash = reader.hashOf(sequence).orElseThrow(() -> new LogBroken(new LogCheck.Broken(sequence, "not there")));
        return keys.sign(
                sequence,
                hash,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                goesOn ? forged(published, found.forged()) : found.forged());
    }

    /** A record that somebody else wrote does not stop signing, or anybody who may append could; it is named for good. */
    private static List<Long> forged(@Nullable Checkpoint published, List<Long> since) {
        var before = published == null ? List.<Long>of() : published.forged();
        var all = Stream.concat(before.stream(), since.stream())
                .limit(Checkpoint.MOST_FORGED)
                .toList();
        if (!all.isEmpty()) {
            log.error("The disclosure log holds records that this service did not write: {}", all);
        }
        return all;
    }

    private void publish(Checkpoint checkpoint) {
        var stored = stored(checkpoint);
        newest = stored;
        copy(stored);
        log.info("Checkpoint of the disclosure log: {}", stored.compact());
    }

    /** What another instance stored under the name is as good. */
    private Checkpoint stored(Checkpoint checkpoint) {
        var name = PREFIX + "%018d.jws".formatted(checkpoint.sequence());
        try {
            var file = Files.createTempFile("checkpoint", ".jws");
            try {
                Files.writeString(file, checkpoint.compact());
                if (!objects.put(name, "application/jose", file)) {
                    return read(name)
                            .filter(found -> found.hash().equals(checkpoint.hash()))
                            .orElseThrow(() -> new LogBroken(
                                    new LogCheck.Broken(checkpoint.sequence(), "not what its checkpoint says")));
                }
                if (objects.keepsLegalHolds()) {
                    objects.hold(name, true);
                }
                return checkpoint;
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copy(Checkpoint checkpoint) {
        if (properties.checkpoints().isBlank()) {
            return;
        }
        try {
            var folder = Files.createDirectories(Path.of(properties.checkpoints()));
            var copy = folder.resolve("%018d.jws".formatted(checkpoint.sequence()));
            Files.writeString(copy, checkpoint.compact() + "\n", StandardOpenOption.CREATE_NEW);
            if (copy.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(copy, READABLE);
            }
        } catch (FileAlreadyExistsException written) {
            // by another instance
        } catch (IOException e) {
            throw new UncheckedIOException("A checkpoint cannot be kept in " + properties.checkpoints(), e);
        }
    }

    /** By name, newest first; what is not a checkpoint of this log is passed over. */
    private Optional<Checkpoint> published() {
        return objects.keys(PREFIX).stream()
                .sorted(Comparator.reverseOrder())
                .map(this::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Checkpoint> read(String name) {
        try (InputStream in = objects.open(name)) {
            return keys.verified(new String(in.readNBytes(LARGEST), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
