package nl.datakade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** S3Proxy over a folder: every bucket is a folder in it. */
final class ObjectStore implements BackingService {

    static final String BUCKET = "datakade";

    private final StackContext context;
    private final Path data;
    private final Path settings;

    ObjectStore(StackContext context) {
        this.context = context;
        this.data = context.data("s3");
        this.settings = context.data("s3.properties");
    }

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public String url() {
        return "http://localhost:" + context.ports().of("s3");
    }

    String accessKey() {
        return context.secrets().of("DATAKADE_S3_ACCESS_KEY");
    }

    String secretKey() {
        return context.secrets().of("DATAKADE_S3_SECRET_KEY");
    }

    @Override
    public List<String> ports() {
        return List.of("s3");
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(data.resolve(BUCKET));
        PrivateFiles.write(settings, """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                s3proxy.ignore-unknown-headers=true
                s3proxy.v4-max-non-chunked-request-size=134217728
                jclouds.provider=filesystem-nio2
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """.formatted(context.ports().of("s3"), accessKey(), secretKey(), data));
    }

    @Override
    public Launch launch() {
        var command = new ArrayList<>(context.java("s3", 320));
        command.addAll(List.of(
                "-DLOG_LEVEL=warn", "-jar", Archives.file("s3proxy").toString(), "--properties", settings.toString()));
        return new Launch(command);
    }

    /** Any answer will do: without a signature it is a refusal. */
    @Override
    public boolean isReady() {
        return HttpProbe.status(url()).isPresent();
    }
}
