package nl.datakade.source.pull;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.sshd.sftp.client.SftpClient.Attributes;

/** A file as it comes from the server; one that was still being written there is not taken for whole. */
final class SftpFile extends FilterInputStream {

    private final SftpConnections.Connection connection;
    private final String path;
    private final Attributes before;
    private long read;

    SftpFile(SftpConnections.Connection connection, InputStream content, String path, Attributes before) {
        super(content);
        this.connection = connection;
        this.path = path;
        this.before = before;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count < 0) {
            requireSame();
        } else {
            read += count;
        }
        return count;
    }

    private void requireSame() throws IOException {
        var now = connection.sftp().stat(path);
        var isSame = now.getSize() == before.getSize() && now.getModifyTime().equals(before.getModifyTime());
        if (!isSame || read != before.getSize()) {
            throw PullFailure.passing("changed-meanwhile");
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try {
            super.close();
        } finally {
            connection.close();
        }
    }
}
