//! Which properties are secrets, by their names.

use genesys_runtime::is_secret;

/// Property names that sound like secrets, and what was decided on each: `name: secret - reason`.
const DECISIONS: &str = include_str!("../snapshots/secrets.txt");

#[track_caller]
fn secrets(names: &[&str]) {
    let wrong: Vec<_> = names.iter().filter(|name| !is_secret(name)).collect();
    assert!(wrong.is_empty(), "no secrets: {wrong:?}");
}

#[track_caller]
fn plain(names: &[&str]) {
    let wrong: Vec<_> = names.iter().filter(|name| is_secret(name)).collect();
    assert!(wrong.is_empty(), "secrets: {wrong:?}");
}

#[test]
fn every_decision_on_a_property_name_holds() {
    for line in DECISIONS.lines() {
        let (name, decision) = line.split_once(": ").unwrap();
        let (verdict, reason) = decision.split_once(" - ").unwrap();
        let expected = if is_secret(name) { "secret" } else { "plain" };
        assert_eq!(verdict, expected, "{name}: {reason}");
    }
}

#[test]
fn the_decisions_are_sorted_and_each_has_a_reason() {
    let names: Vec<_> = DECISIONS
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    assert!(names.is_sorted_by(|left, right| left < right));
    assert!(DECISIONS.lines().all(|line| {
        line.split(" - ")
            .nth(1)
            .is_some_and(|reason| reason.len() > 3)
    }));
}

#[test]
fn a_name_may_be_joined_and_cased_in_any_way() {
    secrets(&[
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
fn what_opens_doors_is_a_secret() {
    secrets(&[
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
fn a_secret_in_another_form_is_a_secret() {
    secrets(&[
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
fn what_only_speaks_of_a_secret_is_none() {
    plain(&[
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
fn cursors_and_counts_are_none() {
    plain(&[
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
fn other_words_are_none() {
    plain(&[
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
