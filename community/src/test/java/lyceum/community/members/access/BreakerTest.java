package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How many may lose access before somebody is asked. */
class BreakerTest {
    @Test
    void moreThanTwentyPeopleOrFivePercentAreTooMany() {
        assertThat(Breaker.trips(20, 10_000)).isFalse();
        assertThat(Breaker.trips(21, 10_000)).isTrue();
        assertThat(Breaker.trips(5, 100)).isFalse();
        assertThat(Breaker.trips(6, 100)).isTrue();
    }

    @Test
    void inASmallCommunityAFewMayEnd() {
        assertThat(Breaker.trips(1, 1)).isFalse();
        assertThat(Breaker.trips(3, 5)).isFalse();
        assertThat(Breaker.trips(4, 10)).isTrue();
    }
}
