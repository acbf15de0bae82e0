package nl.datakade.cli.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Puts the same load both ways, in turn, so that whatever else the machine does hits both. */
record LandingRounds(Load load, int smallFiles, int clients) {

    record Round(Rate largeStraight, Rate largeIngest, Rate largePieces, Rate smallStraight, Rate smallIngest) {
        double largeRatio() {
            return largeIngest.ratioTo(largeStraight);
        }

        double piecesRatio() {
            return largePieces.ratioTo(largeStraight);
        }

        double smallRatio() {
            return smallIngest.ratioTo(smallStraight);
        }
    }

    /** The odd rounds begin straight, the even ones through ingest. */
    Round round(Way straight, Way ingest, Way pieces, int number) throws Exception {
        if (number % 2 == 1) {
            Rate largeStraight = large(straight, number);
            Rate largeIngest = large(ingest, number);
            Rate largePieces = large(pieces, number);
            Rate smallStraight = small(straight, number);
            return new Round(largeStraight, largeIngest, largePieces, smallStraight, small(ingest, number));
        }
        Rate largePieces = large(pieces, number);
        Rate largeIngest = large(ingest, number);
        Rate largeStraight = large(straight, number);
        Rate smallIngest = small(ingest, number);
        return new Round(largeStraight, largeIngest, largePieces, small(straight, number), smallIngest);
    }

    private Rate large(Way way, int round) throws Exception {
        Path file = load.large(round);
        long begin = System.nanoTime();
        way.large(file, round);
        double seconds = (System.nanoTime() - begin) / 1e9;
        way.settle();
        return new Rate(1, file.toFile().length(), seconds);
    }

    private Rate small(Way way, int round) throws Exception {
        var next = new AtomicInteger();
        long size = load.small(0).length;
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var tasks = new ArrayList<Future<?>>();
            for (int c = 0; c < clients; c++) {
                int client = c;
                tasks.add(threads.submit(() -> {
                    for (int n = next.getAndIncrement(); n < smallFiles; n = next.getAndIncrement()) {
                        way.small(load.small(round * smallFiles + n), client, n);
                    }
                    return null;
                }));
            }
            for (Future<?> task : tasks) {
                task.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        way.settle();
        return new Rate(smallFiles, smallFiles * size, seconds);
    }
}
