package org.fingerpost.launcher;

import org.fingerpost.launcher.deployment.Deployment;
import org.fingerpost.launcher.settings.PartName;

/** Two or three commands to try when everything has come up. */
final class NextSteps {
    private NextSteps() {}

    static String of(Deployment deployment) {
        return """

        Try next:
          export FINGERPOST_KEY="$(cat %s)"
          curl -s -H "Authorization: Bearer $FINGERPOST_KEY" -H 'Content-Type: application/json' \\
            -d '{"companyName":"Example Telecom","address":"1 Main Street","contactEmail":"noc@example.com"}' \\
            %s/api/v1/providers
          deploy/demo
        """
                .formatted(
                        quoted(deployment.home().resolve("operator.key").toString()),
                        deployment.url(PartName.REDIRECT));
    }

    private static String quoted(String path) {
        return path.matches("[A-Za-z0-9/._+-]+") ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
