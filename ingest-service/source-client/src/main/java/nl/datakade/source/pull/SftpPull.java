package nl.datakade.source.pull;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.springframework.stereotype.Component;

/** A file on an SSH server whose key is known; of a folder, or of names with a {@code *}, the newest one. */
@Component
class SftpPull implements Pull {

    private static final String PATH = "path";
    private static final String STAND = "stand";

    private final SftpConnections connections;

    SftpPull(SftpConnections connections) {
        this.connections = connections;
    }

    private record Found(String path, Attributes attributes) {

        Map<String, String> mark() {
            return Map.of(PATH, path, STAND, attributes.getModifyTime() + " " + attributes.getSize());
        }

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    @Override
    public Kind kind() {
        return Kind.SFTP;
    }

    @Override
    public Pulled from(Order order) throws IOException {
        var connection = connections.open(order);
        try {
            var sftp = connection.sftp();
            var found = find(sftp, order.origin().address());
            if (found.mark().equals(order.mark())) {
                connection.close();
                return new Pulled.Unchanged();
            }
            var content = new SftpFile(connection, sftp.read(found.path()), found.path(), found.attributes());
            return new Pulled.Content(
                    content,
                    order.origin().orMediaType(null),
                    order.origin().orFileName(found.name()),
                    found.attributes().getSize(),
                    found.mark());
        } catch (SftpException refused) {
            connection.close();
            throw failure(refused);
        } catch (IOException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private static Found find(SftpClient sftp, URI address) throws IOException {
        var path = address.getPath();
        var name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.isEmpty() && !name.contains("*")) {
            return new Found(path, sftp.stat(path));
        }
        var folder = path.substring(0, path.length() - name.length());
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + (name.isEmpty() ? "*" : name));
        return StreamSupport.stream(sftp.readDir(folder).spliterator(), false)
                .filter(entry -> entry.getAttributes().isRegularFile())
                .filter(entry -> !entry.getFilename().startsWith(".") && matcher.matches(Path.of(entry.getFilename())))
                .max(Comparator.comparing(
                                (DirEntry entry) -> entry.getAttributes().getModifyTime())
                        .thenComparing(DirEntry::getFilename))
                .map(entry -> new Found(folder + entry.getFilename(), entry.getAttributes()))
                .orElseThrow(() -> PullFailure.lasting("nothing-there"));
    }

    private static PullFailure failure(SftpException refused) {
        return switch (refused.getStatus()) {
            case SftpConstants.SSH_FX_NO_SUCH_FILE, SftpConstants.SSH_FX_NO_SUCH_PATH ->
                PullFailure.lasting("not-found");
            case SftpConstants.SSH_FX_PERMISSION_DENIED -> PullFailure.lasting("credentials-refused");
            default -> PullFailure.passing("remote-error");
        };
    }
}
