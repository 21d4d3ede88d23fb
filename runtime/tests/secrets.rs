//! Detection of secrets by their names.

use genesys_runtime::is_secret;

/// Property names that resemble secrets, each with its classification: `name: secret - reason`.
const CLASSIFICATIONS: &str = include_str!("snapshots/secrets.txt");

#[track_caller]
fn assert_secret(names: &[&str]) {
    let wrong: Vec<_> = names.iter().filter(|name| !is_secret(name)).collect();
    assert!(wrong.is_empty(), "not detected: {wrong:?}");
}

#[track_caller]
fn assert_plain(names: &[&str]) {
    let wrong: Vec<_> = names.iter().filter(|name| is_secret(name)).collect();
    assert!(wrong.is_empty(), "detected: {wrong:?}");
}

#[test]
fn names_are_classified_as_recorded() {
    for line in CLASSIFICATIONS.lines() {
        let (name, classification) = line.split_once(": ").unwrap();
        let (recorded, reason) = classification.split_once(" - ").unwrap();
        let actual = if is_secret(name) { "secret" } else { "plain" };
        assert_eq!(actual, recorded, "{name}: {reason}");
    }
}

#[test]
fn the_classifications_are_sorted_and_have_reasons() {
    let names: Vec<_> = CLASSIFICATIONS
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert!(names.is_sorted_by(|left, right| left < right));
    assert!(CLASSIFICATIONS.lines().all(|line| {
        line.split(" - ")
            .nth(1)
            .is_some_and(|reason| reason.len() > 3)
    }));
}

#[test]
fn case_and_separators_are_ignored() {
    assert_secret(&[
        "apiKey",
        "APIKey",
        "ApiKey",
        "api_key",
        "API_KEY",
        "api-key",
        "apikey",
        "APIKEY",
        "x-api-key",
        "X-Api-Key",
        "myAPIKeys",
        "client secret",
        "clientsecret",
        "CLIENT_SECRET",
        "access.token",
        "$password",
        "_token",
        "password2",
        "oauth2Token",
        "urn:example:2.0:Password",
    ]);
}

#[test]
fn values_that_grant_access_are_secrets() {
    assert_secret(&[
        "password",
        "passwd",
        "pwd",
        "dbPassword",
        "passphrase",
        "passcode",
        "pin",
        "userPin",
        "pinCode",
        "userPINs",
        "secret",
        "secrets",
        "clientSecret",
        "credentials",
        "creds",
        "token",
        "tokens",
        "accessToken",
        "idToken",
        "refresh_token",
        "bearer",
        "bearerToken",
        "jwt",
        "privateKey",
        "secretKey",
        "accessKey",
        "access_code",
        "accesskeys",
        "encryptionKey",
        "sshKey",
        "Authorization",
        "Proxy-Authorization",
        "basicAuth",
        "Cookie",
        "Set-Cookie",
        "otp",
        "totpSecret",
        "nonce",
        "codeVerifier",
        "authorizationCode",
        "recoveryCodes",
        "cvv",
        "CVV2",
        "ssn",
        "socialSecurityNumber",
        "creditCardNumber",
        "connectionString",
        "presignedUrl",
        "signedURL",
        "sasToken",
    ]);
}

#[test]
fn another_form_of_a_secret_is_a_secret() {
    assert_secret(&[
        "passwordHash",
        "password_salt",
        "passwordConfirmation",
        "tokenValue",
        "secretText",
        "credentialsJson",
        "privateKeyPem",
        "authHeader",
        "encryptedPassword",
        "passwordEncrypted",
        "cookieValues",
        "newPassword",
        "passwordForUser",
        "tokenFromServer",
        "credentialsOfBot",
    ]);
}

#[test]
fn descriptions_of_secrets_are_not_secrets() {
    assert_plain(&[
        "passwordPolicy",
        "passwordExpired",
        "passwordRequirements",
        "passwordLastChanged",
        "secretId",
        "tokenId",
        "tokenType",
        "tokenCount",
        "tokenExpiration",
        "tokenURL",
        "credentialsType",
        "pinLength",
        "keyId",
        "apiKeyIds",
        "privateKeyId",
        "cookiePolicy",
        "hasPassword",
        "isSecret",
        "requirePin",
        "showPassword",
        "useToken",
        "allowCredentials",
        "enableAuth",
    ]);
}

#[test]
fn cursors_and_counts_are_not_secrets() {
    assert_plain(&[
        "pageToken",
        "nextToken",
        "nextPageToken",
        "next_page_token",
        "nextpagetoken",
        "NEXT_TOKEN",
        "previousToken",
        "continuationToken",
        "syncToken",
        "deltaToken",
        "cursorToken",
        "resumeToken",
        "maxTokens",
        "totalTokens",
        "promptTokens",
        "completion_tokens",
        "inputTokens",
        "numberOfTokens",
    ]);
}

#[test]
fn other_words_are_not_secrets() {
    assert_plain(&[
        "",
        "-",
        "5",
        "name",
        "key",
        "keys",
        "sortKey",
        "publicKey",
        "foreignKey",
        "monkey",
        "keyword",
        "typing",
        "mapping",
        "shipping",
        "pinned",
        "spin",
        "author",
        "authority",
        "authenticated",
        "oauth",
        "OAuth",
        "session",
        "sessionId",
        "secretary",
        "tokenizer",
        "code",
        "statusCode",
        "postalCode",
        "zipcode",
        "number",
        "phoneNumber",
        "url",
        "string",
        "certificate",
        "signature",
        "fingerprint",
        "passage",
        "compass",
        "ключ",
        "пароль",
    ]);
}
