package nl.datakade.ingest.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class ClientRatesTests {

    private static final long SECOND = 1_000_000_000;

    private final AtomicLong now = new AtomicLong();
    private final ClientRates rates = new ClientRates("lines", 10, 100, now::get);

    @Test
    void aBurstIsLetThroughAndThenTheRateHolds() {
        assertThat(rates.take("a", 100).remaining()).isZero();
        assertThatThrownBy(() -> rates.take("a", 10)).isInstanceOf(FairnessProblem.TooFast.class);
        now.addAndGet(SECOND);
        assertThat(rates.take("a", 10).remaining()).isZero();
    }

    @Test
    void oneClientDoesNotTakeFromAnother() {
        rates.take("a", 100);
        assertThat(rates.take("b", 40).remaining()).isEqualTo(60);
    }

    @Test
    void whatIsRefusedIsNotTaken() {
        rates.take("a", 95);
        assertThatThrownBy(() -> rates.take("a", 50)).isInstanceOf(FairnessProblem.TooFast.class);
        assertThat(rates.take("a", 5).remaining()).isZero();
    }

    @Test
    void theAnswerSaysItInTheWordsOfTheDraft() {
        var headers = new HttpHeaders();
        rates.take("a", 30).tell(headers);
        assertThat(headers.getFirst("RateLimit-Policy")).isEqualTo("\"lines\";q=100;w=10");
        assertThat(headers.getFirst("RateLimit")).isEqualTo("\"lines\";r=70;t=3");
    }
}
