package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

// serve answers every HTTP request with its second argument.
func serve(arguments []string) error {
	if len(arguments) != 2 {
		return errors.New("usage: serve PORT TEXT")
	}
	handler := func(answer http.ResponseWriter, _ *http.Request) { fmt.Fprintln(answer, arguments[1]) }
	return http.ListenAndServe(":"+arguments[0], http.HandlerFunc(handler))
}

// get prints what a URL answers.
func get(arguments []string) error {
	if len(arguments) != 1 {
		return errors.New("usage: get URL")
	}
	client := http.Client{Timeout: 5 * time.Second}
	answer, err := client.Get(arguments[0])
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	_, err = io.Copy(os.Stdout, answer.Body)
	return err
}

// relay hands each connection to one address on to another.
func relay(arguments []string) error {
	if len(arguments) != 2 {
		return errors.New("usage: relay LISTEN_ADDRESS TARGET_ADDRESS")
	}
	listener, err := net.Listen("tcp", arguments[0])
	if err != nil {
		return err
	}
	for {
		from, err := listener.Accept()
		if err != nil {
			return err
		}
		go hand(from.(*net.TCPConn), arguments[1])
	}
}

func hand(from *net.TCPConn, target string) {
	defer from.Close()
	to, err := net.Dial("tcp", target)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return
	}
	defer to.Close()
	go copyAndEnd(to.(*net.TCPConn), from)
	copyAndEnd(from, to.(*net.TCPConn))
}

func copyAndEnd(to, from *net.TCPConn) {
	_, _ = io.Copy(to, from)
	_ = to.CloseWrite()
}
