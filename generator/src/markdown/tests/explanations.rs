//! The examples in the explanations of this stage's codes show what they say.

use super::{parse, source};
use crate::diagnostic::Code;

fn blocks(code: Code) -> Vec<&'static str> {
    let parts = code.explanation().split("```markdown\n").skip(1);
    parts
        .filter_map(|part| Some(part.split_once("\n```")?.0))
        .collect()
}

fn codes(text: &str) -> Vec<Code> {
    parse(&source(text))
        .diagnostics
        .iter()
        .map(|finding| finding.code)
        .collect()
}

#[test]
fn each_example_has_its_fault_alone_and_each_fix_has_none() {
    for &code in Code::ALL
        .iter()
        .filter(|code| code.as_str().starts_with("M01"))
    {
        let blocks = blocks(code);
        let [wrong, right] = blocks[..] else {
            panic!("{code}: two blocks of Markdown")
        };
        assert_eq!(codes(wrong), [code], "{code}: the example");
        assert_eq!(codes(right), [], "{code}: the fix");
    }
}
