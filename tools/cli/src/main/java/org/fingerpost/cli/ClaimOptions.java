package org.fingerpost.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fingerpost.cli.address.Address;
import org.fingerpost.cli.address.BadAddressException;
import org.fingerpost.cli.claim.ProvisioningCentre;
import org.fingerpost.cli.wire.PhoneClient;
import picocli.CommandLine.Option;

/** How a phone that got the generic file is claimed with a PIN. */
final class ClaimOptions {
    private static final String KEY_OPTION = "--api-key-file";

    @Option(
            names = "--claim",
            required = true,
            paramLabel = "URL",
            description =
                    "The config service at which the phone is claimed after its first files, as"
                            + " the provider's telephone system does; then it asks again.")
    private String claim;

    @Option(
            names = "--pin",
            required = true,
            paramLabel = "PIN",
            description = "What the person on the telephone enters.")
    private String pin;

    @Option(
            names = KEY_OPTION,
            required = true,
            paramLabel = "FILE",
            description = "The provider's API key, with which its telephone system claims.")
    private Path apiKey;

    @Option(
            names = "--number",
            paramLabel = "NUMBER",
            description = "The telephone number that is entered with the PIN.")
    private String number = "";

    /**
     * @throws IllegalArgumentException with a sentence, if an option is none
     */
    ProvisioningCentre centre(PhoneClient client) {
        try {
            return new ProvisioningCentre(client, Address.ofUrl(claim), key(), pin, number);
        } catch (BadAddressException e) {
            throw new IllegalArgumentException("--claim " + e.getMessage(), e);
        }
    }

    private String key() {
        try {
            String key = Files.readString(apiKey).strip();
            if (key.matches("[!-~]+")) {
                return key;
            }
        } catch (IOException e) {
            // The same sentence for both.
        }
        throw new IllegalArgumentException(KEY_OPTION + ": " + apiKey + " holds no API key");
    }
}
