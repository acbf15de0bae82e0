package nl.datakade.ingest.source.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import nl.datakade.ingest.IngestIT;
import nl.datakade.ingest.source.StewardOfSources;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class SftpSourceIT extends IngestIT {

    @TempDir
    private Path folder;

    private final String name = newName();
    private final SshServer server = SshServer.setUpDefaultServer();
    private KeyPair hostKey;
    private KeyPair userKey;
    private StewardOfSources steward;

    @BeforeEach
    void begin() throws Exception {
        steward = new StewardOfSources(person("steward"));
        hostKey = KeyUtils.generateKeyPair(KeyPairProvider.SSH_ED25519, 256);
        userKey = rsa();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder().build()));
        server.setPasswordAuthenticator((user, password, _) -> user.equals("kade") && password.equals("geheim"));
        server.setPublickeyAuthenticator(
                (user, key, _) -> user.equals("kade") && KeyUtils.compareKeys(key, userKey.getPublic()));
        server.start();
        Files.createDirectories(folder.resolve("uit"));
    }

    @AfterEach
    void end() throws Exception {
        server.stop(true);
    }

    @Test
    void theNewestFileOfAFolderLandsOnce() throws Exception {
        write("uit/tellingen-1.csv", "a;b\n1;2\n", 1_000);
        write("uit/anders.txt", "x", 5_000);

        var first = steward.fetch(name, source("/uit/tellingen-*.csv", hostKey, PASSWORD));
        assertThat(steward.delivery(first).text("fileName")).isEqualTo("tellingen-1.csv");
        assertThat(state(steward.run(name))).isEqualTo("UNCHANGED");
        write("uit/tellingen-2.csv", "a;b\n3;4\n", 2_000);
        assertThat(steward.delivery(steward.run(name)).text("fileName")).isEqualTo("tellingen-2.csv");
    }

    @Test
    void aLargeFileComesWhole() throws Exception {
        var content = "telpunt;aantal\n" + "F01;1204\n".repeat(400_000);
        write("uit/groot.csv", content, 1_000);

        var run = steward.fetch(name, source("/uit/groot.csv", hostKey, PASSWORD));
        assertThat(run.required("bytes").asLong()).isEqualTo(content.length());
        assertThat(steward.delivery(run).json().required("size").asLong()).isEqualTo(content.length());
    }

    @Test
    void aKeyOpensToo() throws Exception {
        write("uit/a.csv", "a;b\n1;2\n", 1_000);

        assertThat(state(steward.fetch(name, source("/uit/a.csv", hostKey, key("wacht woord")))))
                .isEqualTo("LANDED");
        var other = ",\"credentials\":{\"type\":\"SSH_KEY\",\"username\":\"kade\",\"secret\":\"no key\"}";
        var refused = steward.put(name + "-a", source("/uit/a.csv", hostKey, other));
        assertThat(refused.json().at("/errors/0/name").asString()).isEqualTo("credentials.secret");
    }

    @Test
    void aServerWithAnotherKeyIsNotTrusted() throws Exception {
        write("uit/a.csv", "a;b\n1;2\n", 1_000);

        assertThat(reason(steward.fetch(name, source("/uit/a.csv", rsa(), PASSWORD))))
                .isEqualTo("host-key-differs");
    }

    @Test
    void whatIsNotThereOrNotAllowedIsSaid() {
        assertThat(reason(steward.fetch(name, source("/uit/weg.csv", hostKey, PASSWORD))))
                .isEqualTo("not-found");
        assertThat(reason(steward.fetch(name + "-a", source("/uit/", hostKey, PASSWORD))))
                .isEqualTo("nothing-there");
        var wrong = source("/uit/", hostKey, PASSWORD.replace("geheim", "fout"));
        assertThat(reason(steward.fetch(name + "-b", wrong))).isEqualTo("credentials-refused");
        var elsewhere = source("/uit/", hostKey, PASSWORD).replace("127.0.0.1", "127.0.0.3");
        assertThat(reason(steward.fetch(name + "-c", elsewhere))).isEqualTo("address-not-allowed");
    }

    private static final String PASSWORD = credentials("BASIC", "geheim", "");

    private static String credentials(String type, String secret, String more) {
        return ",\"credentials\":{\"type\":\"%s\",\"username\":\"kade\",\"secret\":\"%s\"%s}"
                .formatted(type, secret, more);
    }

    private String key(String passphrase) throws Exception {
        var text = new ByteArrayOutputStream();
        var encryption = new OpenSSHKeyEncryptionContext();
        encryption.setPassword(passphrase);
        encryption.setCipherName("AES");
        encryption.setCipherType("256");
        encryption.setCipherMode("CTR");
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(userKey, "kade", encryption, text);
        var secret = text.toString(StandardCharsets.US_ASCII).replace("\n", "\\n");
        return credentials("SSH_KEY", secret, ",\"passphrase\":\"" + passphrase + "\"");
    }

    private String source(String path, KeyPair host, String credentials) {
        return "\"kind\":\"SFTP\",\"address\":\"sftp://127.0.0.1:%d%s\",\"mediaType\":\"text/csv\",\"hostKey\":\"%s\"%s"
                .formatted(server.getPort(), path, PublicKeyEntry.toString(host.getPublic()), credentials);
    }

    private void write(String path, String content, long seconds) throws Exception {
        var file = Files.writeString(folder.resolve(path), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L + seconds)));
    }

    private static KeyPair rsa() throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String state(JsonNode run) {
        return run.required("state").asString();
    }

    private static String reason(JsonNode run) {
        assertThat(state(run)).as(run.toString()).isEqualTo("FAILED");
        return run.required("reason").asString();
    }
}
