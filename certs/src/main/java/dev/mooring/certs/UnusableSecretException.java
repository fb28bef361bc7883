package dev.mooring.certs;

/** A Secret that should hold certificates holds something else. Nothing is served or replaced until somebody has looked. */
public final class UnusableSecretException extends RuntimeException {
    /**
     * @param secret namespace and name
     * @param key the key of its data that cannot be used
     * @param why what is wrong with its value, without the value
     */
    UnusableSecretException(SecretName secret, String key, String why) {
        super(
                "Secret \"%s/%s\" cannot be used: \"%s\" %s. To have everything in it made anew: kubectl -n %s delete secret %s"
                        .formatted(secret.namespace(), secret.name(), key, why, secret.namespace(), secret.name()));
    }
}
