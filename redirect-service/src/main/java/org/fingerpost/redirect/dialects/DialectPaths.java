package org.fingerpost.redirect.dialects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.fingerpost.access.OwnAdmission;
import org.fingerpost.door.ProgramPaths;

/** The addresses at which foreign programs expect a service; there they show what they have. */
@ApplicationScoped
class DialectPaths implements OwnAdmission, ProgramPaths {
    private static final Set<String> PATHS =
            Set.of("/api/provision", "/xmlrpc", "/index.php/xmlrpc", "/fcgi/do");

    @Override
    public boolean covers(String path) {
        boolean slash = path.length() > 1 && path.endsWith("/");
        return PATHS.contains(slash ? path.substring(0, path.length() - 1) : path);
    }
}
