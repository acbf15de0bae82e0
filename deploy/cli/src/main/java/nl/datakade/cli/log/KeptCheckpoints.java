package nl.datakade.cli.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import nl.datakade.contracts.disclosure.Checkpoint;

/** Checkpoints that somebody kept outside the platform, in files of any kind: as published, as answered, or logs. */
final class KeptCheckpoints {

    private KeptCheckpoints() {}

    /** Those of a file, or of every file of a folder, by their numbers. */
    static NavigableMap<Long, Checkpoint> in(Path place, LogKeys keys) throws IOException {
        var checkpoints = new TreeMap<Long, Checkpoint>();
        for (var compact : texts(place)) {
            var checkpoint = Checkpoint.verified(compact, keys.signing())
                    .orElseThrow(() -> new Doubt("A checkpoint in " + place + " is not signed with a key of this log: "
                            + compact.substring(0, 40) + "…"));
            if (!checkpoint.log().equals(keys.log())) {
                throw new Doubt("A checkpoint in " + place + " is of another log: " + checkpoint.log() + ".");
            }
            var other = checkpoints.put(checkpoint.sequence(), checkpoint);
            if (other != null && !other.hash().equals(checkpoint.hash())) {
                throw new Doubt("Two checkpoints in " + place + " say different things of record "
                        + checkpoint.sequence() + ": the log was rewritten in between.");
            }
        }
        if (checkpoints.isEmpty()) {
            throw new Doubt("There is no checkpoint in " + place + ".");
        }
        return checkpoints;
    }

    private static Set<String> texts(Path place) throws IOException {
        var texts = new LinkedHashSet<String>();
        for (var file : files(place)) {
            try (var lines = Files.lines(file, ISO_8859_1)) {
                lines.forEach(
                        line -> Checkpoint.COMPACT.matcher(line).results().forEach(found -> texts.add(found.group())));
            }
        }
        return texts;
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (var files = Files.list(place)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).sorted().toList());
        }
    }
}
