package nl.datakade.ingest.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.datakade.ingest.Http;

/** Speaks tus by hand, rightly and wrongly. */
public record UploadClient(String base, Http http) {

    static final String UPLOADS = "/ingest/v1/uploads";
    private static final String[] VERSION = {"Tus-Resumable", "1.0.0"};

    /** Noise, so that no two tests land the same bytes. */
    public static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random().nextBytes(bytes);
        return bytes;
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static String metadata(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + " "
                        + Base64.getEncoder().encodeToString(entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    public Http.Answer create(String dataset, long length, String... headers) {
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("dataset", dataset);
        metadata.put("filename", "groot bestand.bin");
        return create(metadata, length, new byte[0], headers);
    }

    public Http.Answer create(Map<String, String> metadata, long length, byte[] bytes, String... headers) {
        return send(
                "POST",
                UPLOADS,
                bytes,
                all(headers, "Upload-Length", Long.toString(length), "Upload-Metadata", metadata(metadata)));
    }

    /** The address of a new upload. */
    public String begin(String dataset, long length, String... headers) {
        var created = create(dataset, length, headers);
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        return created.header("Location");
    }

    public Http.Answer patch(String upload, long offset, byte[] bytes, String... headers) {
        return send(
                "PATCH",
                upload,
                bytes,
                all(
                        headers,
                        "Content-Type",
                        "application/offset+octet-stream",
                        "Upload-Offset",
                        Long.toString(offset)));
    }

    public long offset(String upload) {
        var answer = head(upload);
        assertThat(answer.status()).isEqualTo(200);
        return Long.parseLong(answer.header("Upload-Offset"));
    }

    public Http.Answer head(String upload) {
        return send("HEAD", upload, new byte[0]);
    }

    public Http.Answer get(String upload) {
        return http.get(upload);
    }

    Http.Answer send(String method, String path, byte[] bytes, String... headers) {
        return http.send(method, path, bytes, all(headers, VERSION));
    }

    /** Sends the rest from wherever it stands. */
    Http.Answer rest(String upload, byte[] file) {
        long offset = offset(upload);
        return patch(upload, offset, Arrays.copyOfRange(file, (int) offset, file.length));
    }

    /** A PATCH of which the body is written by hand. */
    Socket beginPatch(String upload, long offset, long length) throws IOException {
        var socket = new Socket("localhost", URI.create(base).getPort());
        socket.setSoTimeout(30_000);
        var head = String.join(
                        "\r\n",
                        "PATCH " + upload + " HTTP/1.1",
                        "Host: localhost",
                        "Authorization: Bearer " + http.token(),
                        "Tus-Resumable: 1.0.0",
                        "Content-Type: application/offset+octet-stream",
                        "Upload-Offset: " + offset,
                        "Content-Length: " + length)
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    private static String[] all(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
