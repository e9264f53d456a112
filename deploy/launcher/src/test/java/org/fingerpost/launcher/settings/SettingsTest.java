package org.fingerpost.launcher.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import org.fingerpost.launcher.machine.LaunchFailure;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void servicesHaveTheirUsualPortsUnlessAsked() {
        Settings settings =
                new Settings(
                        Map.of(
                                "FINGERPOST_CONFIG_PORT",
                                "9082",
                                "FINGERPOST_REDIRECT_TLS_PORT",
                                "9441"));
        assertThat(settings.port(PartName.REDIRECT)).hasValue(8081);
        assertThat(settings.port(PartName.GATEWAY)).hasValue(8080);
        assertThat(settings.tftpPort()).isEqualTo(6969);
        assertThat(settings.port(PartName.CONFIG)).hasValue(9082);
        assertThat(settings.tlsPort(PartName.REDIRECT)).isEqualTo(9441);
        assertThat(settings.tlsPort(PartName.FIRMWARE)).isEqualTo(8443);
        assertThat(settings.port(PartName.KAFKA)).isEqualTo(OptionalInt.empty());
        assertThat(settings.configPublicUrl()).isEqualTo("http://127.0.0.1:9082");
    }

    @Test
    void portThatIsNoneIsRefusedByName() {
        for (String wrong : new String[] {"0", "65536", "http", "-1", "8081x"}) {
            assertThatThrownBy(() ->
                            new Settings(Map.of("FINGERPOST_KAFKA_PORT", wrong))
                                    .port(PartName.KAFKA))
                    .isInstanceOf(LaunchFailure.class)
                    .hasMessageContaining("FINGERPOST_KAFKA_PORT");
        }
    }

    @Test
    void publicHostOpensTheServicesToTheNetwork() {
        assertThat(new Settings(Map.of()).bind()).isEqualTo("127.0.0.1");
        Settings open =
                new Settings(Map.of("FINGERPOST_PUBLIC_HOST", "pbx.example.com, 192.0.2.1"));
        assertThat(open.bind()).isEqualTo("0.0.0.0");
        assertThat(open.publicHosts()).containsExactly("pbx.example.com", "192.0.2.1");
        assertThat(open.configPublicUrl()).isEqualTo("http://pbx.example.com:8082");
        assertThat(open.firmwarePublicUrl()).isEqualTo("http://pbx.example.com:8083");
        assertThat(open.localHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void outsidePostgresIsReadInItsSpellings() {
        for (String spelling :
                new String[] {
                    "db:5433", "jdbc:postgresql://db:5433", "jdbc:postgresql://db:5433/"
                }) {
            assertThat(outside(spelling).jdbcUrl("fingerpost_redirect"))
                    .isEqualTo("jdbc:postgresql://db:5433/fingerpost_redirect");
        }
        assertThat(outside("db").port()).isEqualTo(5432);
        assertThat(outside("jdbc:postgresql://[::1]:5433/?ssl=true").jdbcUrl("x"))
                .isEqualTo("jdbc:postgresql://[::1]:5433/x?ssl=true");
        assertThatThrownBy(() -> outside("jdbc:postgresql://db:5433/mydb"))
                .isInstanceOf(LaunchFailure.class);
        assertThat(outside("db:5433").toString()).doesNotContain("hush");
    }

    @Test
    void outsidePostgresNeedsAUser() {
        assertThatThrownBy(() ->
                        new Settings(Map.of("FINGERPOST_POSTGRES_URL", "db")).outsidePostgres())
                .hasMessageContaining("FINGERPOST_POSTGRES_USER");
    }

    @Test
    void outsideKafkaIsReadWithAllItsServers() {
        OutsideKafka kafka = OutsideKafka.parse("k1:9092,k2:9093");
        assertThat(kafka.bootstrapServers()).isEqualTo("k1:9092,k2:9093");
        assertThat(kafka.port()).isEqualTo(9092);
        assertThatThrownBy(() -> OutsideKafka.parse("k1")).isInstanceOf(LaunchFailure.class);
    }

    @Test
    void launchersOwnVariablesAreNotInherited() {
        Settings settings =
                new Settings(
                        Map.of(
                                "FINGERPOST_CONFIG_PORT",
                                "1",
                                "FINGERPOST_PLANES",
                                "data",
                                "PATH",
                                "/bin"));
        assertThat(settings.inherited()).containsOnlyKeys("FINGERPOST_PLANES", "PATH");
    }

    private static OutsidePostgres outside(String url) {
        return new Settings(
                        Map.of(
                                "FINGERPOST_POSTGRES_URL", url,
                                "FINGERPOST_POSTGRES_USER", "u",
                                "FINGERPOST_POSTGRES_PASSWORD", "hush"))
                .outsidePostgres()
                .orElseThrow();
    }
}
