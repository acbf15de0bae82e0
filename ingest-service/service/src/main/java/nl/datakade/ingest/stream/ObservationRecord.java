package nl.datakade.ingest.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What one request brought, as it stands in Kafka: whole or not at all.
 *
 * @param client Keycloak subject of the sender
 * @param request digest by which the same request is known again; none when it had no Idempotency-Key
 * @param digests of the observations' ids, one for each line; zero for one without; empty when none has any
 * @param lines the observations, each a line of JSON under the names of the stream's columns
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record ObservationRecord(
        UUID datasetId, String client, int count, @Nullable UUID request, List<UUID> digests, byte[] lines) {

    /** Stands for an observation without an id. */
    public static final UUID NONE = new UUID(0, 0);

    private static final String CLIENT = "client";
    private static final String COUNT = "count";
    private static final String REQUEST = "request";
    private static final String DIGESTS = "digests";

    ProducerRecord<String, byte[]> in(String topic) {
        var produced = new ProducerRecord<>(topic, datasetId.toString(), lines);
        produced.headers().add(CLIENT, client.getBytes(UTF_8));
        produced.headers().add(COUNT, Integer.toString(count).getBytes(UTF_8));
        if (request != null) {
            produced.headers().add(REQUEST, request.toString().getBytes(UTF_8));
        }
        if (!digests.isEmpty()) {
            var bytes = ByteBuffer.allocate(16 * digests.size());
            digests.forEach(
                    digest -> bytes.putLong(digest.getMostSignificantBits()).putLong(digest.getLeastSignificantBits()));
            produced.headers().add(DIGESTS, bytes.array());
        }
        return produced;
    }

    static ObservationRecord of(ConsumerRecord<String, byte[]> consumed) {
        var request = consumed.headers().lastHeader(REQUEST);
        return new ObservationRecord(
                UUID.fromString(consumed.key()),
                text(consumed, CLIENT),
                Integer.parseInt(text(consumed, COUNT)),
                request == null ? null : UUID.fromString(new String(request.value(), UTF_8)),
                digests(consumed),
                consumed.value());
    }

    private static String text(ConsumerRecord<String, byte[]> consumed, String header) {
        return new String(
                Objects.requireNonNull(consumed.headers().lastHeader(header)).value(), UTF_8);
    }

    private static List<UUID> digests(ConsumerRecord<String, byte[]> consumed) {
        var header = consumed.headers().lastHeader(DIGESTS);
        if (header == null) {
            return List.of();
        }
        var bytes = ByteBuffer.wrap(header.value());
        var digests = new ArrayList<UUID>(bytes.remaining() / 16);
        while (bytes.hasRemaining()) {
            digests.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return digests;
    }
}
