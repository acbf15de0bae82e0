package nl.datakade.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import nl.datakade.local.LocalStack;
import nl.datakade.local.Ports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLaunchTests {

    @TempDir
    Path folder;

    /** A training starts beside a running service: it must not meet that one's files. */
    @Test
    void trainsInAWorkFolderOfItsOwn() {
        var stack = LocalStack.lasting(folder, Ports.standard(Map.of()));
        for (var service : Service.ALL) {
            var launch = new ServiceLaunch(service, folder.resolve(service.name()), stack, Map.of());
            var live = launch.launch().environment().get("DATAKADE_WORK_DIR");
            var training = launch.training().environment().get("DATAKADE_WORK_DIR");
            assertThat(Path.of(training)).as(service.name()).isNotEqualTo(Path.of(live));
            assertThat(Path.of(training).startsWith(Path.of(live))).isFalse();
        }
    }
}
