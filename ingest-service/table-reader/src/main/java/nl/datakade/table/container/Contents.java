package nl.datakade.table.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nl.datakade.table.row.UnreadableFile;
import org.jspecify.annotations.Nullable;

/** What of an archive has been unpacked so far. */
final class Contents {

    private final Path folder;
    private final Budget budget;
    private final List<Archive.Entry> entries = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private @Nullable String current;

    Contents(Path folder, Budget budget) {
        this.folder = folder;
        this.budget = budget;
    }

    void take(String name, InputStream content) throws IOException {
        current = name;
        if (LeftOut.isOfSystem(name)) {
            leftOut.add(name);
            return;
        }
        var file = Files.createTempFile(folder, "entry", "");
        budget.unpack(content, file);
        entries.add(new Archive.Entry(name, file));
    }

    /** Texts for people are left out where something else is there to be read. */
    Archive archive() {
        var data = entries.stream()
                .filter(entry -> !LeftOut.isForPeople(entry.name()))
                .toList();
        if (data.isEmpty()) {
            return new Archive(entries, leftOut);
        }
        entries.stream().map(Archive.Entry::name).filter(LeftOut::isForPeople).forEach(leftOut::add);
        return new Archive(data, leftOut);
    }

    UnreadableFile damaged() {
        return new UnreadableFile(
                "BROKEN_ARCHIVE",
                "the archive is damaged or cut off"
                        + (current == null
                                ? ""
                                : ": it goes wrong in or behind " + current.replaceAll("^.*[/\\\\]", "")),
                "pack it again, or send the files unpacked");
    }
}
