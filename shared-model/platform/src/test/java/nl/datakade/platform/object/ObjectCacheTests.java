package nl.datakade.platform.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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

    private final AtomicInteger fetches = new AtomicInteger();

    @Test
    void fetchesAnObjectOnce() throws Exception {
        var cache = new ObjectCache(folder, 1_000);

        var first = cache.get(sha256("water"), () -> stream("water"));
        var second = cache.get(sha256("water"), () -> stream("water"));

        assertThat(second).isEqualTo(first).hasContent("water");
        assertThat(fetches).hasValue(1);
    }

    @Test
    void refusesBytesThatAreNotWhatTheHashSaysAndKeepsNothing() throws Exception {
        var cache = new ObjectCache(folder, 1_000);

        assertThatThrownBy(() -> cache.get(sha256("water"), () -> stream("wine")))
                .hasMessageContaining("differs from its recorded SHA-256");
        assertThat(files()).isEmpty();
    }

    @Test
    void letsTheLongestUnusedGoFirst() throws Exception {
        var cache = new ObjectCache(folder, 8);
        var oldest = cache.get(sha256("aaaa"), () -> stream("aaaa"));
        var newer = cache.get(sha256("bbbb"), () -> stream("bbbb"));
        Files.setLastModifiedTime(oldest, FileTime.fromMillis(1_000));
        Files.setLastModifiedTime(newer, FileTime.fromMillis(2_000));

        var newest = cache.get(sha256("cccc"), () -> stream("cccc"));

        assertThat(files()).containsExactlyInAnyOrder(newer, newest);
    }

    @Test
    void letsGoWhatNobodyUsed() throws Exception {
        var cache = new ObjectCache(folder, 1_000);
        var unused = cache.get(sha256("aaaa"), () -> stream("aaaa"));
        var used = cache.get(sha256("bbbb"), () -> stream("bbbb"));
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
        assertThat(new ObjectCache(folder, 2).get(sha256("water"), () -> stream("water")))
                .hasContent("water");
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
