package org.fingerpost.access;

import java.util.Set;
import org.fingerpost.problems.Problem;

/**
 * The API key that a request came with, as far as anybody may know it.
 *
 * @param hash of the key
 */
public record ShownKey(String hash, Set<Permission> permissions) {
    private static final int ID_LENGTH = 16;

    public ShownKey {
        permissions = Set.copyOf(permissions);
    }

    /** Names a key in answers and in the audit; tells nothing about it. */
    public static String id(String hash) {
        return hash.substring(0, ID_LENGTH);
    }

    public String id() {
        return id(hash);
    }

    /** Refuses a key without this permission. */
    public void mustHave(Permission permission) {
        if (!permissions.contains(permission)) {
            throw Problem.forbidden(
                    permission.word() + "-permission-needed",
                    "this API key has no permission '"
                            + permission.word()
                            + "': make one that has, at the redirect service");
        }
    }
}
