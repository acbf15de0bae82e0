package nl.datakade.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void theEnvironmentGoesBeforeTheStandardPort() {
        var ports = Ports.standard(Map.of("DATAKADE_PORT_KAFKA_CONTROLLER", "19093"));
        assertThat(ports.of("kafka-controller")).isEqualTo(19093);
        assertThat(ports.of("kafka")).isEqualTo(9092);
    }

    @Test
    void saysWhatIsWrongWithAPort() {
        assertThatThrownBy(() -> Ports.standard(Map.of("DATAKADE_PORT_S3", "nine")))
                .isInstanceOf(StackProblem.class)
                .hasMessage("DATAKADE_PORT_S3 is \"nine\": give a port number from 1 to 65535.");
    }

    @Test
    void saysWhichPortIsInUseAndWhatToDo() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.standard(Map.of("DATAKADE_PORT_S3", Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> ports.requireFree(List.of("s3")))
                    .isInstanceOf(StackProblem.class)
                    .hasMessageStartingWith("Port %d, wanted for s3, is in use".formatted(taken.getLocalPort()))
                    .hasMessageContaining("DATAKADE_PORT_S3=");
        }
    }

    @Test
    void freePortsDiffer() {
        assertThat(Ports.free().byName().values()).doesNotHaveDuplicates();
    }
}
