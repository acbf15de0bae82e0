package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One Kafka node that is both broker and controller (KRaft). */
final class KafkaBroker implements BackingService {

    private final StackContext context;
    private final Path data;
    private final Path settings;

    KafkaBroker(StackContext context) {
        this.context = context;
        this.data = context.data("kafka");
        this.settings = context.data("kafka.properties");
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String url() {
        return "localhost:" + context.ports().of("kafka");
    }

    @Override
    public List<String> ports() {
        return List.of("kafka", "kafka-controller");
    }

    @Override
    public void prepare() throws IOException {
        PrivateFiles.write(settings, settings());
        if (!Files.exists(data.resolve("meta.properties"))) {
            Distribution.delete(data);
            Files.createDirectories(data);
            context.run(
                    "kafka-format",
                    java(
                            "kafka.tools.StorageTool",
                            "format",
                            "--standalone",
                            "-t",
                            clusterId(),
                            "-c",
                            settings.toString()));
        }
    }

    @Override
    public Launch launch() {
        return new Launch(java("kafka.Kafka", settings.toString()));
    }

    @Override
    public boolean isReady() {
        return KafkaProbe.answers(context.ports().of("kafka"));
    }

    private List<String> java(String main, String... arguments) {
        var command = new ArrayList<>(context.java("kafka", 192));
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Dlog4j2.configurationFile=" + logging(),
                "-cp",
                Archives.place("kafka"),
                main));
        command.addAll(List.of(arguments));
        return command;
    }

    private String logging() {
        var file = context.data("kafka-log4j2.properties");
        PrivateFiles.write(file, """
                rootLogger.level = warn
                rootLogger.appenderRef.console.ref = console
                logger.server.name = kafka.server
                logger.server.level = info
                appender.console.type = Console
                appender.console.name = console
                appender.console.layout.type = PatternLayout
                appender.console.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSSX} %-5p %c %m%n
                """);
        return file.toUri().toString();
    }

    /** Kafka wants 22 characters of base64; the cluster keeps its id, this is read at formatting only. */
    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = java.nio.ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Small numbers everywhere: one node, a handful of topics, a few hundred megabytes of memory. */
    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://localhost:%1$d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                auto.create.topics.enable=false
                num.partitions=3
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=3
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=3
                group.initial.rebalance.delay.ms=0
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=1048576
                """.formatted(context.ports().of("kafka"), context.ports().of("kafka-controller"), data);
    }
}
