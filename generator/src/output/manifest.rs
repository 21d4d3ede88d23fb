//! The version in a crate's manifest.

use std::{fs, path::Path};

use semver::Version;
use toml::{Table, Value};

/// Returns the version of the crate in a folder, from its manifest or from the workspace that the manifest inherits it
/// from.
///
/// Returns `None` if the manifest is missing, malformed or has no version.
#[must_use]
pub fn crate_version(dir: &Path) -> Option<Version> {
    let manifest = manifest(dir)?;
    match manifest.get("package")?.get("version")? {
        Value::String(version) => version.parse().ok(),
        _ => workspace_version(&std::path::absolute(dir).ok()?),
    }
}

/// Returns the version that the nearest enclosing workspace gives its packages.
fn workspace_version(dir: &Path) -> Option<Version> {
    let mut above = dir.ancestors().skip(1).filter_map(manifest);
    let workspace = above.find_map(|mut manifest| manifest.remove("workspace"))?;
    workspace
        .get("package")?
        .get("version")?
        .as_str()?
        .parse()
        .ok()
}

fn manifest(dir: &Path) -> Option<Table> {
    let text = fs::read_to_string(dir.join("Cargo.toml")).ok()?;
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the version of a crate inside a workspace, given both manifests.
    fn version(package: &str, workspace: &str) -> Option<String> {
        let root = tempfile::tempdir().unwrap();
        let dir = root.path().join("crates/models");
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("Cargo.toml"), package).unwrap();
        fs::write(root.path().join("Cargo.toml"), workspace).unwrap();
        crate_version(&dir).map(|version| version.to_string())
    }

    #[test]
    fn a_package_has_its_own_version_or_that_of_its_workspace() {
        let workspace = "[workspace.package]\nversion = \"0.3.0\"\n";
        let own = version("[package]\nversion = \"1.2.3\"\n", workspace);
        assert_eq!(own.as_deref(), Some("1.2.3"));
        let shared = version("[package]\nversion.workspace = true\n", workspace);
        assert_eq!(shared.as_deref(), Some("0.3.0"));
    }

    #[test]
    fn a_manifest_without_a_version_has_none() {
        assert_eq!(version("[package]\nname = \"a\"\n", ""), None);
        assert_eq!(version("[package]\nversion.workspace = true\n", ""), None);
        assert_eq!(version("no TOML", ""), None);
        assert_eq!(crate_version(Path::new("no/such/folder")), None);
    }
}
