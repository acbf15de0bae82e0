package nl.datakade.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.datakade.cli.SystemUnderTest;
import nl.datakade.cli.deadletter.ReplayCommand;
import nl.datakade.client.Refusal;
import org.junit.jupiter.api.Test;

class ReplayIT {

    @Test
    void saysWhenNothingWaits() {
        assertThat(ReplayCommand.replay(SystemUnderTest.client(), "catalog", "datakade.ingest.version"))
                .isEqualTo("Nothing of datakade.ingest.version waits that catalog put aside.");
    }

    @Test
    void aTopicThatTheServiceDoesNotReadIsRefusedInWords() {
        assertThatThrownBy(() -> ReplayCommand.replay(SystemUnderTest.client(), "catalog", "no.such.topic"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no.such.topic");
    }
}
