package nl.datakade.push;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.function.LongConsumer;

/** A file as the body of a request; says how many bytes have gone. */
final class CountedBody implements BodyPublisher {
    private final BodyPublisher file;
    private final LongConsumer progress;

    CountedBody(Path file, LongConsumer progress) throws FileNotFoundException {
        this.file = BodyPublishers.ofFile(file);
        this.progress = progress;
    }

    @Override
    public long contentLength() {
        return file.contentLength();
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> connection) {
        file.subscribe(new Subscriber<>() {
            private long sent;

            @Override
            public void onSubscribe(Subscription subscription) {
                connection.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
                sent += bytes.remaining();
                connection.onNext(bytes);
                progress.accept(sent);
            }

            @Override
            public void onError(Throwable failure) {
                connection.onError(failure);
            }

            @Override
            public void onComplete() {
                connection.onComplete();
            }
        });
    }
}
