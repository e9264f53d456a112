package org.fingerpost.redirect.targets;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.fingerpost.redirect.instructions.Affixes;
import org.fingerpost.redirect.instructions.AutoUpgrade;
import org.fingerpost.redirect.instructions.Checks;
import org.fingerpost.redirect.instructions.Instructions;
import org.fingerpost.redirect.instructions.SpreadKey;
import org.fingerpost.redirect.routes.ServerUrl;
import org.fingerpost.redirect.routes.TargetServer;
import org.fingerpost.redirect.secrets.StoredSetting;

@Entity
@Table(name = "target_server")
class TargetServerRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    long providerId;
    String name;
    String configUrl;
    String firmwareUrl;
    String configPrefix = "";
    String configPostfix = "";
    String firmwarePrefix = "";
    String firmwarePostfix = "";
    String autoUpgrade = AutoUpgrade.KEEP.word();
    int checkIntervalMinutes;
    int spreadInterval;
    byte[] spreadKey = new byte[0];
    int dhcpOverride;
    String settings = SettingsColumn.write(List.of());
    boolean httpRedirect;

    TargetServer toTargetServer() {
        return new TargetServer(
                id,
                providerId,
                name,
                ServerUrl.parse(configUrl),
                ServerUrl.parse(firmwareUrl),
                new Instructions(
                        new Affixes(configPrefix, configPostfix),
                        new Affixes(firmwarePrefix, firmwarePostfix),
                        new Checks(
                                AutoUpgrade.of(autoUpgrade),
                                checkIntervalMinutes,
                                spreadInterval,
                                key()),
                        dhcpOverride,
                        settings(),
                        httpRedirect));
    }

    List<StoredSetting> settings() {
        return SettingsColumn.read(settings);
    }

    /** All but the settings, which are sealed for this row, and the key, which is the row's own. */
    void take(Instructions wished) {
        configPrefix = wished.configNames().prefix();
        configPostfix = wished.configNames().postfix();
        firmwarePrefix = wished.firmwareNames().prefix();
        firmwarePostfix = wished.firmwareNames().postfix();
        autoUpgrade = wished.checks().autoUpgrade().word();
        checkIntervalMinutes = wished.checks().intervalMinutes();
        spreadInterval = wished.checks().spreadMinutes();
        dhcpOverride = wished.dhcpOverride();
        httpRedirect = wished.httpRedirect();
    }

    private SpreadKey key() {
        return spreadKey.length == 0 ? SpreadKey.NONE : SpreadKey.of(spreadKey);
    }
}
