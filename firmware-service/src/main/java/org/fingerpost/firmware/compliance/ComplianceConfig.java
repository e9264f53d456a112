package org.fingerpost.firmware.compliance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;

/** How many phones are kept of: anybody can make some up. */
@ConfigMapping(prefix = "fingerpost.firmware.compliance")
interface ComplianceConfig {
    /** Of a provider. A row is some hundred bytes. */
    @WithDefault("2000000")
    @Min(1)
    long mostPhones();

    /** Of these, with an address outside the provider's ranges and without any proof. */
    @WithDefault("1000")
    @Min(0)
    long mostStrays();
}
