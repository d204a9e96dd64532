// Checks a log with Go's own implementation of signed notes and Merkle trees (golang.org/x/mod/sumdb).
//
// Usage: peer VKEY CHECKPOINT EVENTS
// It prints "ok SIZE", then one line for every proof about trees of up to 20 events, or fails with a reason.
package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type hashes []tlog.Hash

func (h hashes) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		found[i] = h[index]
	}
	return found, nil
}

func check(err error) {
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func main() {
	verifier, err := note.NewVerifier(os.Args[1])
	check(err)
	text, err := os.ReadFile(os.Args[2])
	check(err)
	opened, err := note.Open(text, note.VerifierList(verifier))
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		check(fmt.Errorf("not a checkpoint of %s", verifier.Name()))
	}
	var size int64
	_, err = fmt.Sscanf(lines[1], "%d", &size)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	events, err := os.ReadFile(os.Args[3])
	check(err)
	records := bytes.Split(bytes.TrimSuffix(events, []byte("\n")), []byte("\n"))
	var tree hashes
	for i, record := range records {
		more, err := tlog.StoredHashes(int64(i), record, tree)
		check(err)
		tree = append(tree, more...)
	}
	if int64(len(records)) != size {
		check(fmt.Errorf("%d events, signed %d", len(records), size))
	}
	found, err := tlog.TreeHash(size, tree)
	check(err)
	if found != root {
		check(fmt.Errorf("the root differs"))
	}
	fmt.Println("ok", size)
	for new := int64(1); new <= 20 && new <= size; new++ {
		for old := int64(1); old <= new; old++ {
			record, err := tlog.ProveRecord(new, old-1, tree)
			check(err)
			extends, err := tlog.ProveTree(new, old, tree)
			check(err)
			fmt.Println(new, old, list(record), list(extends))
		}
	}
}

func list(proof []tlog.Hash) string {
	text := []string{}
	for _, hash := range proof {
		text = append(text, fmt.Sprintf("%x", hash[:]))
	}
	return "[" + strings.Join(text, ",") + "]"
}
