package nl.datakade.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

class CallerTests {

    @Test
    void takesDepartmentsFromTheirGroupAndNothingElse() {
        var caller =
                Caller.of(token().claim("groups", List.of("/departments/mobiliteit", "/other/groen", "/departments"))
                        .claim("roles", List.of("steward"))
                        .build());

        assertThat(caller.departments()).containsExactly("mobiliteit");
        assertThat(caller.worksFor("groen")).isFalse();
        assertThat(caller.is("steward")).isTrue();
    }

    @Test
    void mayDoNothingWithoutRolesOrDepartments() {
        var caller = Caller.of(token().build());

        assertThat(caller.roles()).isEmpty();
        assertThat(caller.departments()).isEmpty();
    }

    private static Jwt.Builder token() {
        return Jwt.withTokenValue("token").header("alg", "none").subject("3f0a9a64-5b0e-4f6e-9d0b-6f6f3a1c2d3e");
    }
}
