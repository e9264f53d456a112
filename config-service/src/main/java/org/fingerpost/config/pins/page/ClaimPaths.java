package org.fingerpost.config.pins.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;
import org.fingerpost.access.OwnAdmission;
import org.fingerpost.door.ProgramPaths;

/** Where people come with a browser, and show a PIN in the place of an API key. */
@ApplicationScoped
class ClaimPaths implements OwnAdmission, ProgramPaths {
    /** Nothing that could be read as another path: no dots, no escapes, no second slash. */
    private static final Pattern PAGE = Pattern.compile("/claim/[A-Za-z0-9_-]{1,64}");

    @Override
    public boolean covers(String path) {
        return PAGE.matcher(path).matches();
    }

    @Override
    public boolean areRead() {
        return true;
    }
}
