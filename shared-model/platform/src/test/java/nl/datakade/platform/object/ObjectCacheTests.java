package nl.datakade.platform.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectCacheTests {

    @TempDir
    Path folder;

    /** Where whoever asks works. */
    @TempDir
    Path work;

    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void fetchesAnObjectOnce() throws Exception {
        var cache = new ObjectCache(folder, 1_000);

        var first = cache.copy(sha256("water"), work, () -> stream("water"));
        assertThat(first).hasContent("water");
        Files.delete(first);
        var second = cache.copy(sha256("water"), work, () -> stream("water"));

        assertThat(second).isEqualTo(first).hasContent("water");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void keepsNothingThatCanBeRead() throws Exception {
        var text = "Jansen;012345672;".repeat(1_000);

        new ObjectCache(folder, 100_000).copy(sha256(text), work, () -> stream(text));

        assertThat(files())
                .singleElement()
                .satisfies(copy -> assertThat(new String(Files.readAllBytes(copy), StandardCharsets.ISO_8859_1))
                        .doesNotContain("Jansen", "012345672"));
    }

    @Test
    void fetchesAgainWhatAnotherProcessKeptOrWasDamaged() throws Exception {
        Files.delete(new ObjectCache(folder, 1_000).copy(sha256("water"), work, () -> stream("water")));

        assertThat(new ObjectCache(folder, 1_000).copy(sha256("water"), work, () -> stream("water")))
                .hasContent("water");
        assertThat(fetches).hasValue(2);
    }

    @Test
    void refusesBytesThatAreNotWhatTheHashSaysAndKeepsNothing() throws Exception {
        var cache = new ObjectCache(folder, 1_000);

        assertThatThrownBy(() -> cache.copy(sha256("water"), work, () -> stream("wine")))
                .hasMessageContaining("differs from its recorded SHA-256");
        assertThat(files()).isEmpty();
    }

    @Test
    void letsTheLongestUnusedGoFirst() throws Exception {
        var cache = new ObjectCache(folder, 50);
        var oldest = kept(cache, "aaaa");
        var newer = kept(cache, "bbbb");
        Files.setLastModifiedTime(oldest, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(newer, FileTime.fromMillis(2_000));

        var newest = kept(cache, "cccc");

        assertThat(files()).containsExactlyInAnyOrder(newer, newest);
    }

    @Test
    void letsGoWhatNobodyUsed() throws Exception {
        var cache = new ObjectCache(folder, 1_000);
        var unused = kept(cache, "aaaa");
        var used = kept(cache, "bbbb");
        Files.setLastModifiedTime(unused, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(used, FileTime.fromMillis(2_000));

        cache.forgetUnusedSince(Instant.ofEpochMilli(1_500));

        assertThat(files()).containsExactly(used);
    }

    @Test
    void hasNothingToForgetBeforeTheFirst() {
        new ObjectCache(folder.resolve("none"), 1_000).forgetUnusedSince(Instant.now());
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void keepsWhatIsAskedForEvenWhenItIsLargerThanTheCache() throws Exception {
        assertThat(new ObjectCache(folder, 2).copy(sha256("water"), work, () -> stream("water")))
                .hasContent("water");
    }

    @Test
    void leavesNothingUnderTheNameOfAnObjectWhenTheDiskIsFullHalfway() throws Exception {
        var broken = InputStream.nullInputStream();
        broken.close();
        var full = new SequenceInputStream(stream("wat"), broken);

        assertThatThrownBy(() -> ObjectCache.isWritten(full, sha256("water"), work.resolve(sha256("water"))))
                .isInstanceOf(IOException.class);

        assertThat(work).isEmptyDirectory();
        assertThat(new ObjectCache(folder, 1_000).copy(sha256("water"), work, () -> stream("water")))
                .hasContent("water");
    }

    /** Where the cache has it. */
    private Path kept(ObjectCache cache, String content) throws Exception {
        var sha256 = sha256(content);
        cache.copy(sha256, work, () -> stream(content));
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private InputStream stream(String content) {
        fetches.incrementAndGet();
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    private java.util.List<Path> files() throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static String sha256(String content) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
